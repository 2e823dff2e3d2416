export function bundleScripts(folder: string): Promise<Map<string, string>>;
export function buildPage(folder: string, outdir: string): Promise<void>;
