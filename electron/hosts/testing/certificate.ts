import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate that nobody has ever heard of, in PEM. */
export type Certificate = { readonly key: string; readonly cert: string };

/** One that vouches for itself, for this host: trusted by whoever is told to, and by nobody else. */
export function selfMade(host: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const name = sequence(
    set(sequence(oid('550403'), element(0x0c, Buffer.from('Quarterdeck test')))),
  );
  const subjectAltName = sequence(element(0x82, Buffer.from(host)));
  const isAuthority = sequence(element(0x01, Buffer.from([0xff])));
  const extension = (id: string, value: Buffer) => sequence(oid(id), element(0x04, value));
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(extension('551d11', subjectAltName), extension('551d13', isAuthority))),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(
    body,
    algorithm,
    element(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** DER: a tag, a length, a content (ITU-T X.690). */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]) => element(0x30, ...parts);
const set = (...parts: readonly Buffer[]) => element(0x31, ...parts);
const oid = (hex: string) => element(0x06, Buffer.from(hex, 'hex'));
const time = (text: string) => element(0x17, Buffer.from(text));
