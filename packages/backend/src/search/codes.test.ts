import { codesOf, holdsEach } from './codes';

const document = (title: string, text = '') => ({ title, text, location: '' });

describe('codesOf', () => {
  it.each([
    ['B-1', ['B-1']],
    ['who leads "b-10", and (A-1)?', ['b-10', 'A-1']],
    ['squad-b-1', ['squad-b-1']],
    ['U-RE1 cri-o -1 B- 1B on-call .*-1', []],
    ['', []],
  ])('of "%s" are %j', (term, codes) => {
    expect(codesOf(term)).toEqual(codes);
  });
});

describe('holdsEach', () => {
  it('takes a code for one word in any case and any field', () => {
    expect(holdsEach(document('x', 'Needs\nb-1.'), ['B-1'])).toBe(true);
    expect(holdsEach(document('B-1 Compute'), ['b-1'])).toBe(true);
    expect(holdsEach(document('squad-b-1'), ['B-1'])).toBe(true);
  });

  it.each(['B-10', 'AB-1', 'B 1', 'B-2'])('takes %s not for B-1', title => {
    expect(holdsEach(document(title), ['B-1'])).toBe(false);
  });

  it('asks for every code', () => {
    expect(holdsEach(document('B-1', 'Needs B-2'), ['B-1', 'B-2'])).toBe(true);
    expect(holdsEach(document('B-1', 'Needs B-3'), ['B-1', 'B-2'])).toBe(false);
  });

  it('holds no code where none is asked', () => {
    expect(holdsEach(document('x'), [])).toBe(true);
  });
});
