import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { org, setupCli } from '../__testUtils__/cli';
import { orgProcess } from '../__testUtils__/cliProcess';
import {
  ONBOARDING_SCHEMA_FILE,
  ORG_SCHEMA_FILE,
} from '../definitions/jsonSchema';
import { run } from './run';

const root = resolve(__dirname, '../../../..');

describe('npm run org', () => {
  const world = setupCli();
  const { write, say, command, printed } = world;

  it('explains itself', async () => {
    expect(await command()).toBe(2);
    expect(await command('--help')).toBe(0);
    expect(await command('destroy')).toBe(2);
    expect(await command('lint', '--fast')).toBe(2);
    expect(printed()).toContain('There is no command "destroy"');
    expect(printed()).toContain("Unknown option '--fast'");
  });

  describe('lint', () => {
    it('says what a good organization has', async () => {
      expect(await command('lint')).toBe(0);
      expect(printed()).toBe(
        'The organization is good: 1 division, 0 squads, 0 units, 1 person, 4 entities in all; 0 warnings',
      );
    });

    it('prints file, line, column, message and fix of every problem', async () => {
      await write('pods:\n  - slug: x\n    titel: X\n', 'pods.yaml');
      await write(org.replace('title: Acme', 'title: 7'));
      expect(await command('lint')).toBe(1);
      expect(world.output).toEqual([
        'catalog-info/org/org.yaml:2:10 error "title" must be text, and here is a number — put it in quotes: "7"',
        'catalog-info/org/pods.yaml:2:5 error x: "title" is missing — add it: text',
        'catalog-info/org/pods.yaml:3:5 error x: unknown field "titel" — write "title"',
        '3 errors, 0 warnings',
      ]);
    });

    describe('of checklists', () => {
      const writeChecklist = async (meet: string) => {
        await mkdir(join(world.cwd, 'catalog-info/onboarding'), {
          recursive: true,
        });
        await write(
          `id: all\ntitle: Everyone\nfor: [everyone]\nday:\n  - { id: boss, title: Meet the CEO, meet: ${meet} }\n`,
          '../onboarding/all.yaml',
        );
      };

      it('counts what is in them', async () => {
        await writeChecklist('ceo');
        expect(await command('lint')).toBe(0);
        expect(printed()).toContain(
          '\nThe onboarding is good: 1 checklist, 1 item',
        );
      });

      it('knows the people of the organization', async () => {
        await writeChecklist('cto');
        expect(await command('lint')).toBe(1);
        expect(world.output).toEqual([
          'catalog-info/onboarding/all.yaml:5:44 error boss: there is no person "cto" — write ceo',
          '1 error, 0 warnings',
        ]);
      });

      it('says nothing of references while the organization is not known', async () => {
        await writeChecklist('cto');
        await write(org.replace('title: Acme', 'title: 7'));
        expect(await command('lint')).toBe(1);
        expect(printed()).not.toContain('onboarding');
      });
    });
  });

  describe('plan', () => {
    it('finds nothing to do against its own export, in both formats', async () => {
      for (const format of ['yaml', 'json']) {
        world.output = [];
        await command('export', '--format', format, '--out', 'before');
        expect(await command('plan', '--against', 'before')).toBe(0);
        expect(world.output).toEqual([
          'Wrote 4 entities to before',
          '0 to add, 0 to change, 0 to delete, 4 unchanged',
        ]);
      }
    });

    it('shows additions, changes field by field, and deletions', async () => {
      const people = Array.from(
        { length: 30 },
        (_, p) => `    - { name: p-${p}, title: P }\n`,
      ).join('');
      await write(`${org}    people:\n${people}`);
      await command('export', '--out', 'before');
      world.output = [];
      const after = org
        .replace('Calm ≥ 99 %', 'Calm ≥ 98 %')
        .replace('[Roads]', '[Paths]')
        .replace('title: Ground', 'title: Soil');
      await write(`${after}    people:\n${people.replace('p-0', 'p-x')}`);
      expect(await command('plan', '--against', 'before')).toBe(0);
      expect(world.output).toEqual([
        '+ User p-x "P"',
        '~ Group division-1a "1A Soil"',
        '    title: "1A Ground" → "1A Soil"',
        '    spec.outputs: - "Roads", + "Paths"',
        '    spec.kpis[calm].text: "Calm ≥ 99 %" → "Calm ≥ 98 %"',
        '~ Domain division-1a "1A Soil"',
        '    title: "1A Ground" → "1A Soil"',
        '- User p-0 "P"',
        '1 to add, 2 to change, 1 to delete, 31 unchanged',
      ]);
    });

    it('refuses to delete over 10 % unless it is told to', async () => {
      await command('export', '--out', 'before');
      await write(
        'company: { title: Acme, lead: { name: ceo, title: CEO } }\n',
      );
      expect(await command('plan', '--against', 'before')).toBe(1);
      expect(printed()).toContain(
        'The plan deletes more than 10 % of the 4 entities',
      );
      expect(await command('plan', '--against', 'before', '--force')).toBe(0);
    });

    it.each([
      ['nothing', 'The export nothing cannot be read'],
      ['catalog-info/org/org.yaml', 'is no export'],
    ])('says that %s cannot be compared with', async (file, expected) => {
      expect(await command('plan', '--against', file)).toBe(1);
      expect(printed()).toContain(expected);
    });

    it('plans nothing while there are errors', async () => {
      await write('company: {}\n');
      expect(await command('plan')).toBe(1);
      expect(printed()).toContain('Put the errors above right first.');
    });
  });

  it('exports what Backstage reads', async () => {
    expect(await command('export')).toBe(0);
    expect(printed()).toContain('kind: Group\nmetadata:\n  name: company\n');
    expect(await command('export', '--format', 'xml')).toBe(1);
    expect(printed()).toContain('There is no format "xml"');
  });

  it('says when the schema for editors is out of date', async () => {
    expect(await command('schema', '--check')).toBe(1);
    expect(printed()).toContain('out of date: run "npm run org -- schema"');
  });

  it('keeps the schemas of this repository up to date', async () => {
    const code = await run(['schema', '--check'], {
      cwd: root,
      out: say,
      err: say,
    });
    expect({ code, printed: printed() }).toEqual({
      code: 0,
      printed: [
        `catalog-info/org/${ORG_SCHEMA_FILE} is up to date`,
        `catalog-info/onboarding/${ONBOARDING_SCHEMA_FILE} is up to date`,
      ].join('\n'),
    });
  });

  describe('as a process', () => {
    const start = async (...args: string[]) => orgProcess(world.cwd, ...args);

    it('formats files, keeps comments and is content afterwards', async () => {
      await write(
        '# Who we are\ncompany:\n    lead: ceo # for now\n    title:   Acme\n    people: [{title: CEO, name: ceo}]\n',
      );
      expect(await start('fmt', '--check')).toMatchObject({ code: 1 });
      expect(await start('fmt')).toEqual({
        code: 0,
        printed:
          'Formatted: catalog-info/org/org.yaml\n1 file, 1 not formatted before\n',
      });
      expect(
        await readFile(join(world.cwd, 'catalog-info/org/org.yaml'), 'utf8'),
      ).toBe(
        '# Who we are\ncompany:\n  title: Acme\n  lead: ceo # for now\n  people: [{ name: ceo, title: CEO }]\n',
      );
      expect(await start('fmt', '--check')).toMatchObject({ code: 0 });
    }, 60_000);

    it('leaves a file alone that is no YAML', async () => {
      await write('company: [\n');
      const { code, printed: text } = await start('fmt');
      expect(code).toBe(1);
      expect(text).toContain('org.yaml is no valid YAML and stays as it is');
    }, 60_000);

    it('writes the schema for editors', async () => {
      expect(await start('schema')).toMatchObject({ code: 0 });
      expect(await command('schema', '--check')).toBe(0);
    }, 60_000);
  });
});
