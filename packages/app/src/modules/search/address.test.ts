import { Asked, readAddress, writeAddress } from './address';

const nothing: Asked = {
  term: '',
  types: [],
  filters: {},
  pageCursor: undefined,
};

describe('the address of a search', () => {
  it.each<[string, Asked]>([
    ['', nothing],
    ['query=B-1', { ...nothing, term: 'B-1' }],
    [
      'query=a+b&type=techdocs&page=MQ%3D%3D',
      { ...nothing, term: 'a b', types: ['techdocs'], pageCursor: 'MQ==' },
    ],
    ['kind=Group', { ...nothing, filters: { kind: 'Group' } }],
  ])('"%s" is read and written alike', (address, asked) => {
    expect(readAddress(new URLSearchParams(address))).toEqual(asked);
    expect(writeAddress(asked).toString()).toBe(address);
  });
});
