import { checkedId, newId } from './ids.js';
import { PersonalData } from './personal-data.js';

const secret = '11'.repeat(32);
const personal = new PersonalData(secret);
const [ann, ben] = [newId(), newId()];

describe('personal data', () => {
  it('comes back under the key of its user, and never twice the same', () => {
    const key = personal.newWrappedKey(ann);
    const sealed = personal.encrypt(ann, key, 'Ann Müller');
    expect(personal.decrypt(ann, key, sealed)).toBe('Ann Müller');
    expect(personal.encrypt(ann, key, 'Ann Müller').equals(sealed)).toBe(false);
    expect(sealed.includes('Ann')).toBe(false);
  });

  it('cannot be read as someone else, with another secret, or after a change', () => {
    const key = personal.newWrappedKey(ann);
    const sealed = personal.encrypt(ann, key, 'Ann');
    expect(personal.decrypt(ann, key, sealed)).toBe('Ann');
    expect(() => personal.decrypt(ben, key, sealed)).toThrow();
    expect(() => new PersonalData('22'.repeat(32)).decrypt(ann, key, sealed)).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => personal.decrypt(ann, key, sealed)).toThrow();
  });

  it('that was read a moment ago opens for nobody else, by no other key, and in no other form', () => {
    const [key, other] = [personal.newWrappedKey(ann), personal.newWrappedKey(ann)];
    const sealed = personal.encrypt(ann, key, 'Ann');
    const long = personal.encrypt(ann, key, 'Ann '.repeat(200));
    for (const again of [1, 2]) expect([again, personal.decrypt(ann, key, sealed)]).toEqual([again, 'Ann']);
    expect(personal.decrypt(ann, key, long)).toBe('Ann '.repeat(200));
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => personal.decrypt(ben, key, sealed)).toThrow();
    expect(() => personal.decrypt(ann, other, sealed)).toThrow();
    expect(() => personal.decrypt(ann, key, changed)).toThrow();
    expect(personal.decrypt(ann, key, personal.encrypt(ann, key, 'Anna'))).toBe('Anna');
  });

  it('finds an address whatever its case, and differently in another deployment', () => {
    expect(personal.emailHash(' Ann@Example.org ')).toBe(personal.emailHash('ann@example.org'));
    expect(new PersonalData('22'.repeat(32)).emailHash('ann@example.org')).not.toBe(
      personal.emailHash('ann@example.org'),
    );
  });

  it('needs a whole secret', () => {
    expect(() => new PersonalData('abcd')).toThrow(RangeError);
  });
});

describe('ids', () => {
  it('are version 7 and sort by time', () => {
    expect(newId(1_000_000)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId(1_000_000) < newId(1_000_001)).toBe(true);
  });

  it('are refused when they cannot be one', () => {
    expect(() => checkedId("1'; --", 'The run')).toThrow('The run was not found');
  });
});
