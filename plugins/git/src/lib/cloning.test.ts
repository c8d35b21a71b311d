import { cloneCommand } from './cloning';

const url = 'https://portal.example.com/api/git/repositories/shop.git';

describe('cloneCommand', () => {
  it('lets git ask for the credential, or brings it along', () => {
    expect(cloneCommand(url)).toBe(`git clone ${url}`);
    expect(cloneCommand(url, 'a/b')).toBe(
      'git clone https://squadron:a%2Fb@portal.example.com/api/git/repositories/shop.git',
    );
  });
});
