import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Page, expect, test } from '@playwright/test';
import {
  expectAccessible,
  git,
  repositoryFolder,
  signInAs,
  signedIn,
  versionOf,
  writeNextVersion,
} from './support';

const engineer = 'engineer-b-1';
/** Who may ask the catalog to read the golden path again. */
const ownerOfTheTemplate = 'engineer-c-1';

/** Chooses an entity in a field that completes what is typed. */
async function choose(page: Page, label: string, text: string, option: RegExp) {
  await page.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option', { name: option }).first().click();
}

/** Sends a form from its last page, and waits for the end of its task. */
async function create(page: Page) {
  const send = page.getByRole('button', { name: 'Create' });
  // A field that is still reading its choices swallows the first press.
  await expect(async () => {
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(send).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await send.click();
  await expect(page).toHaveURL(/\/create\/tasks\//);
}

async function openComponent(page: Page, name: string) {
  await page.goto(`/catalog/default/component/${name}`);
  await expect(page.getByRole('region', { name: 'Golden path' })).toBeVisible();
}

test('an engineer makes a service of B-1, clones, keeps, upgrades and decommissions it', async ({
  page,
  request,
}, { project }) => {
  test.setTimeout(240_000);
  const name = `shop-${project.name}`;
  const added = `added-${project.name}.md`;
  const work = mkdtempSync(join(tmpdir(), 'squadron-clone-'));
  const clone = join(work, name);
  const portal = await signedIn(request, engineer);
  await signInAs(page, engineer);

  await test.step('fill in the form of the golden path', async () => {
    await page.goto('/create');
    await expect(page.getByRole('region', { name: 'A service' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Choose Node service' }).click();
    const field = page.getByRole('textbox', { name: 'Name' });
    await field.fill('squadron');
    await expect(page.getByText(/squadron.* already/)).toBeVisible();
    await field.fill(name);
    await expect(page.getByText(`${name} is free`)).toBeVisible();
    await page
      .getByRole('textbox', { name: 'Description' })
      .fill('Sells what the warehouse has');
    await page.getByRole('button', { name: 'Next' }).click();
    await choose(page, 'Owner', 'squad-b-1', /B-1 Compute Platform/);
    await choose(page, 'System', 'B-1', /B-1 Compute Platform/);
    await page.getByRole('textbox', { name: 'Cost center' }).fill('cc-1b');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Next' }).click();
    const files = page.getByRole('region', { name: 'What will be written' });
    await expect(
      files.getByRole('button', { name: /README.md/ }),
    ).toBeVisible();
    await expect(files).toContainText(`# ${name}`);
    await expectAccessible(page);
    await create(page);
    await expect(
      page.getByRole('link', { name: 'Open in the catalog' }),
    ).toBeVisible({ timeout: 60_000 });
  });

  await test.step('see it in the catalog with docs, scorecard and cost tags', async () => {
    await openComponent(page, name);
    const version = versionOf('node-service');
    await expect(page.getByText(`${version}, up to date`)).toBeVisible();
    await expectAccessible(page);
    const { metadata, spec } = await portal.read(
      `/api/catalog/entities/by-name/component/default/${name}`,
    );
    expect(spec.owner).toBe('group:default/squad-b-1');
    expect(metadata.labels).toMatchObject({
      owner: 'squad-b-1',
      'cost-center': 'cc-1b',
      service: name,
      environment: 'dev',
    });
    await page.goto(`/catalog/default/component/${name}/scorecard`);
    await expect(
      page.getByText(`Nothing is measured of ${name} alone`),
    ).toBeVisible();
    await expect(page.getByText('API Uptime').first()).toBeVisible();
    await page.goto(`/docs/default/component/${name}`);
    await expect(
      page.getByRole('heading', { name, level: 1 }).first(),
    ).toBeVisible({ timeout: 60_000 });
  });

  await test.step('find it among the tasks, and read what is in it', async () => {
    await page.goto('/create/tasks');
    await expect(page.getByRole('link', { name })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Repositories' }).click();
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 3 })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('clone it', async () => {
    await openComponent(page, name);
    await page.getByRole('button', { name: 'Clone' }).click();
    const dialog = page.getByRole('dialog', { name: `Clone ${name}` });
    await dialog
      .getByRole('textbox', { name: 'What the credential is for' })
      .fill(`laptop ${project.name}`);
    await dialog.getByRole('button', { name: 'Make a credential' }).click();
    const told = (field: RegExp) =>
      dialog.getByRole('textbox', { name: field }).inputValue();
    const command = await told(/^Command/);
    const username = await told(/^User name/);
    const password = await told(/^Password/);
    await expectAccessible(page);
    const [, url = ''] = /git clone (\S+)/.exec(command) ?? [];
    const address = String(Object.assign(new URL(url), { username, password }));
    git(work, 'clone', '--quiet', address, name);
    expect(readFileSync(join(clone, 'README.md'), 'utf8')).toContain(name);
  });

  await test.step('keep its environment longer', async () => {
    await openComponent(page, name);
    const card = page.getByRole('region', { name: 'Environments' });
    await card.getByRole('button', { name: `Actions for dev-${name}` }).click();
    await page.getByRole('menuitem', { name: /Extend by 72 h/ }).click();
    await expect(
      page.getByText(new RegExp(`dev-${name}.*until`)),
    ).toBeVisible();
  });

  await test.step('upgrade it to the next version; its own edits stay', async () => {
    writeFileSync(join(clone, 'OWN.md'), 'Ours\n');
    git(clone, 'add', 'OWN.md');
    git(clone, 'commit', '--quiet', '-m', 'Add our own file');
    git(clone, 'push', '--quiet', repositoryFolder(name), 'HEAD:main');
    const { from, to } = writeNextVersion('node-service', added);
    const owner = await signedIn(request, ownerOfTheTemplate);
    await owner.send('/api/catalog/refresh', {
      entityRef: 'template:default/node-service',
    });
    await expect(async () => {
      await openComponent(page, name);
      await expect(page.getByText(`Outdated: ${from} → ${to}`)).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 60_000 });
    await page.getByRole('button', { name: 'See what changes' }).click();
    const drawer = page.getByRole('dialog', { name: `Update ${name}` });
    await expect(drawer.getByText(added)).toBeVisible();
    await expectAccessible(page);
    await drawer.getByRole('link', { name: 'Update' }).click();
    await create(page);
    await expect(page.getByText(`Version ${from} became ${to}`)).toBeVisible({
      timeout: 60_000,
    });
    git(clone, 'pull', '--quiet');
    expect(readFileSync(join(clone, added), 'utf8')).toBe(`Since ${to}\n`);
    expect(readFileSync(join(clone, 'OWN.md'), 'utf8')).toBe('Ours\n');
  });

  await test.step('decommission it', async () => {
    await openComponent(page, name);
    await page.getByRole('link', { name: /Decommission/ }).click();
    await page.getByRole('textbox', { name: /Its name, once more/ }).fill(name);
    await create(page);
    await expect(
      page.getByText('is no longer in the catalog').first(),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expect
      .poll(
        () =>
          portal.status(
            `/api/catalog/entities/by-name/component/default/${name}`,
          ),
        { timeout: 30_000 },
      )
      .toBe(404);
    expect(() => git(clone, 'pull', '--quiet')).toThrow();
    rmSync(work, { recursive: true, force: true });
  });
});
