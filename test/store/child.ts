/** A second process at the same store, to be refused or killed. Speaks in lines on stdout. */
import { openStore } from '../../src/store/open.ts';

const [, , task, url, run] = process.argv;
const store = await openStore(url!, { now: Date.now }).catch((error: Error) => {
  process.stdout.write(`refused ${error.message}\n`);
  process.exit(3);
});
process.stdout.write('open\n');
if (task === 'hold') setInterval(() => {}, 1000);
else
  for (let n = 0; ; n++) {
    // Several wait for each commit, as when events come in together.
    const ids = Array.from({ length: 5 }, (_, k) => `om_${run}_${n}_${k}`);
    await Promise.all(
      ids.map(async (id) => {
        await store.jobs.add([
          { id, lane: `oc_${n % 7}`, kind: 'incoming', due: Date.now(), payload: { text: 'x'.repeat(200) }, repeat: 'ignore' },
        ]);
        process.stdout.write(`${id}\n`);
      }),
    );
  }
