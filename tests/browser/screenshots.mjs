// Owns the pictures of ten kinds of page for somebody to look at: three widths, light and dark, left-to-right and right-to-left.
// usage: node screenshots.mjs SITE_FOLDER OUTPUT_FOLDER [PAGE …]
import fs from 'node:fs';
import path from 'node:path';
import { each, files, languages, launch, siteFolder } from './common.mjs';
import { serve } from './serve.mjs';

const site = siteFolder('screenshots.mjs SITE_FOLDER OUTPUT_FOLDER [PAGE …]');
const out = process.argv[3] ?? 'screenshots';
const first = (folder) => files(site, '.html').find((page) => page.startsWith(`${folder}/`));
const PAGES = ['index.html', 'strategy.html', first('goals'), first('indicators'), 'members.html', 'action-plan.html', 'monitoring.html', 'services.html', first('news'), 'search.html'];
const WIDTHS = [360, 768, 1440];

const { url, close } = await serve(site, '/timber/');
const browser = await launch();
const prefixes = languages(site).filter(({ tag }, at) => at === 0 || ['ar', 'fa', 'he', 'ur'].includes(tag)).map(({ prefix }) => prefix);
const chosen = process.argv.length > 4 ? process.argv.slice(4) : PAGES.filter(Boolean);
const shots = chosen.flatMap((page) => prefixes.flatMap((prefix) => WIDTHS.flatMap((width) => ['light', 'dark'].map((scheme) => ({ page, prefix, width, scheme })))));
fs.mkdirSync(out, { recursive: true });
await each(shots.filter(({ page, prefix }) => fs.existsSync(path.join(site, prefix, page))), async ({ page: name, prefix, width, scheme }) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(`${url}${prefix}${name}`, { waitUntil: 'networkidle' });
  // Pictures further down load when they are scrolled to, which a whole page never is.
  await page.evaluate(() => Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); })));
  const file = `${name.replace(/\.html$/, '').replaceAll('/', '-')}-${prefix ? 'rtl' : 'ltr'}-${width}-${scheme}.png`;
  await page.screenshot({ path: path.join(out, file), fullPage: true });
  await page.close();
});
await browser.close();
close();
console.log(`${shots.length} screenshots in ${out}`);
