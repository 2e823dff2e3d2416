import pg from 'pg';

/** A schema of its own in that database, until it is dropped. `url` leads into it. */
export async function freshSchema(url: string, name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const query = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await query(`create schema ${name}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return { url: own.href, drop: () => query(`drop schema ${name} cascade`) };
}
