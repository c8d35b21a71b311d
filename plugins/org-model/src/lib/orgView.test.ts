import fc from 'fast-check';
import {
  isOpen,
  linkKinds,
  OrgView,
  parseView,
  setLevels,
  setOpen,
  writeView,
} from './orgView';

const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
const refs = fc
  .uniqueArray(name, { maxLength: 5 })
  .map(names => new Set(names.map(each => `group:default/${each}`)));
const views: fc.Arbitrary<OrgView> = fc.record({
  levels: fc.option(fc.nat(9), { nil: undefined }),
  open: refs,
  shut: refs,
  selected: fc.option(
    name.map(each => `group:default/${each}`),
    { nil: undefined },
  ),
  links: fc.subarray([...linkKinds]).map(kinds => new Set(kinds)),
  overlays: fc.uniqueArray(name).map(ids => new Set(ids)),
});

describe('view in the address', () => {
  it('reads back what it wrote and leaves the rest alone', () => {
    fc.assert(
      fc.property(views, view => {
        const before = new URLSearchParams('scope=squad-b-1&levels=7');
        const written = writeView(before, view).toString();
        const params = new URLSearchParams(written);
        expect(parseView(params)).toEqual(view);
        expect(params.get('scope')).toBe('squad-b-1');
      }),
    );
  });

  it('says nothing in the address when nothing was changed', () => {
    const empty = new URLSearchParams();
    expect(writeView(empty, parseView(empty)).toString()).toBe('');
  });

  it.each(['levels=-1', 'levels=many', 'links=nonsense', 'selected=:::'])(
    'takes %s as if it were not there',
    address => {
      expect(parseView(new URLSearchParams(address))).toEqual(
        parseView(new URLSearchParams()),
      );
    },
  );
});

describe('open groups', () => {
  const view = parseView(new URLSearchParams('levels=1'));

  it('are those of the open levels, and those opened one by one', () => {
    expect(isOpen(view, 'group:default/a', 0)).toBe(true);
    expect(isOpen(view, 'group:default/a', 1)).toBe(false);
    expect(isOpen(setLevels(view, undefined), 'group:default/a', 9)).toBe(true);
  });

  it('open and close whatever the levels say', () => {
    fc.assert(
      fc.property(views, fc.nat(5), fc.boolean(), (any, depth, wanted) => {
        const ref = 'group:default/a';
        const next = setOpen(any, [{ ref, depth }], wanted);
        expect(isOpen(next, ref, depth)).toBe(wanted);
      }),
    );
  });

  it('forget single groups when levels are chosen', () => {
    const opened = setOpen(view, [{ ref: 'group:default/a', depth: 4 }], true);
    expect(opened.open.size).toBe(1);
    expect(setLevels(opened, 2)).toEqual({
      ...view,
      levels: 2,
      open: new Set(),
    });
  });
});
