import protobuf from 'protobufjs/minimal.js';

/** One message of the long connection: `pbbp2.Frame`, proto2. */
export interface Frame {
  SeqID: number;
  LogID: number;
  service: number;
  /** 0 control (ping, pong), 1 data (events). */
  method: number;
  headers: Record<string, string>;
  payload: Uint8Array;
}

/** Field number and wire type, as they stand in front of a value. */
const tag = (field: number, wire: 0 | 2): number => (field << 3) | wire;

export function encodeFrame(frame: Frame): Uint8Array {
  const writer = protobuf.Writer.create();
  writer.uint32(tag(1, 0)).uint64(frame.SeqID).uint32(tag(2, 0)).uint64(frame.LogID);
  writer.uint32(tag(3, 0)).int32(frame.service).uint32(tag(4, 0)).int32(frame.method);
  for (const [key, value] of Object.entries(frame.headers)) {
    writer.uint32(tag(5, 2)).fork().uint32(tag(1, 2)).string(key).uint32(tag(2, 2)).string(value).ldelim();
  }
  return writer.uint32(tag(8, 2)).bytes(frame.payload).finish();
}

/** Throws what is wrong with bytes that are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const reader = protobuf.Reader.create(bytes);
  const frame: Frame = { SeqID: 0, LogID: 0, service: 0, method: -1, headers: {}, payload: new Uint8Array() };
  while (reader.pos < reader.len) {
    const next = reader.uint32();
    switch (next) {
      case tag(1, 0):
        frame.SeqID = Number(reader.uint64());
        break;
      case tag(2, 0):
        frame.LogID = Number(reader.uint64());
        break;
      case tag(3, 0):
        frame.service = reader.int32();
        break;
      case tag(4, 0):
        frame.method = reader.int32();
        break;
      case tag(5, 2): {
        const [key, value] = decodeHeader(reader);
        frame.headers[key] = value;
        break;
      }
      case tag(8, 2):
        frame.payload = reader.bytes();
        break;
      default:
        reader.skipType(next & 7);
    }
  }
  if (frame.method < 0) throw new Error('a frame without a method');
  return frame;
}

function decodeHeader(reader: protobuf.Reader): [key: string, value: string] {
  const end = reader.uint32() + reader.pos;
  let [key, value] = ['', ''];
  while (reader.pos < end) {
    const next = reader.uint32();
    if (next === tag(1, 2)) key = reader.string();
    else if (next === tag(2, 2)) value = reader.string();
    else reader.skipType(next & 7);
  }
  return [key, value];
}
