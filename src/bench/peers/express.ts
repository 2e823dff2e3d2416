/** The SDK's own README: express, its adapter, an event dispatcher. Keeps nothing. */
import express from 'express';
import { bookAndReply, lark, logger, settings } from './work.ts';

const { mode, key, token, port } = settings;
const dispatcher = new lark.EventDispatcher({ encryptKey: key, verificationToken: token, logger }).register({
  'im.message.receive_v1': async ({ sender, message }) => {
    if (mode === 'ack') return;
    const work = bookAndReply(sender.sender_id?.open_id ?? '', message.message_id, String(JSON.parse(message.content).text));
    if (mode === 'sync') await work;
    else work.catch(() => {});
  },
});
const app = express();
app.use(express.json());
app.use('/webhook/event', lark.adaptExpress(dispatcher, { autoChallenge: true }));
app.listen(port, '127.0.0.1');
