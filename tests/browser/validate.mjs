// Owns what validators tell of a built site without opening it: HTML and SVG, style sheets, feeds, statements for machines.
// usage: node validate.mjs SITE_FOLDER
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { validate as validateCss } from 'csstree-validator';
import { files, require, siteFolder, tally } from './common.mjs';

const site = siteFolder('validate.mjs SITE_FOLDER');
const { note, finish } = tally();
const read = (file) => fs.readFileSync(path.join(site, file), 'utf8');
const pages = files(site, '.html');

/** The Nu checker's errors. Its style sheet half does not know modern CSS, so only HTML and SVG count. */
function html() {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const options = ['-Xss4m', '-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', '--stdout', site];
  const { messages } = JSON.parse(execFileSync('java', options, { maxBuffer: 1 << 28, encoding: 'utf8' }));
  const by = new Map(pages.map((page) => [page, []]));
  for (const one of messages.filter((one) => one.type !== 'info' && !one.message.startsWith('CSS:'))) {
    const page = path.relative(fs.realpathSync(site), decodeURIComponent(new URL(one.url).pathname));
    by.set(page, [...(by.get(page) ?? []), `${page}:${one.lastLine}:${one.lastColumn}: ${one.message}`]);
  }
  for (const found of by.values()) note(found);
}

/** What the validator's lists lack: properties newer than they are, and paged media (page margin boxes, leaders, footnotes), which print engines know. */
const UNLISTED = [
  /^Unknown property `(text-wrap|text-box|interpolate-size|field-sizing|text-size-adjust|-webkit-text-size-adjust|bookmark-\w+|footnote-\w+|string-set|prince-[\w-]+)`/,
  /^Unknown at-rule `@(top|bottom|left|right)-[\w-]+`/,
  /^Unknown at-rule descriptor `(margin|marks|bleed|size|page-orientation)`/,
  /^Invalid value for `content` property \(.*(leader|target-counter|target-text|string)\(/,
  /^Invalid value for `(float|position)` property \((footnote|running\()/,
];

/** Style sheets, those of pictures included. */
function css() {
  for (const file of files(site, '.css')) {
    const found = validateCss(read(file), file).map((one) => ({ ...one, told: `${one.message}${one.css ? ` (${one.css})` : ''}` }));
    const wrong = found.filter(({ told }) => !UNLISTED.some((known) => known.test(told)));
    note(wrong.map((one) => `${file}:${one.line}:${one.column}: ${one.told}`));
  }
}

/** Feeds: what RFC 4287 asks of a feed and its entries. */
function feeds() {
  const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  const one = (text, name) => [...text.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))].map((found) => found[1]);
  for (const file of files(site, 'feed.xml')) {
    const text = read(file);
    const wrong = [];
    const entries = text.split('<entry>').slice(1).map((entry) => entry.split('</entry>')[0]);
    const head = text.split('<entry>')[0];
    if (!/<feed[^>]* xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/.test(text)) wrong.push('is not an Atom feed');
    if (!/<link[^>]*rel="self"/.test(head)) wrong.push('does not name its own address');
    for (const [part, where] of [[head, 'the feed'], ...entries.map((entry, at) => [entry, `entry ${at + 1}`])]) {
      for (const name of ['id', 'title', 'updated']) {
        if (one(part.replace(/<(author|source)>[^]*?<\/\1>/g, ''), name).length !== 1) wrong.push(`${where} needs exactly one ${name}`);
      }
      for (const value of [...one(part, 'updated'), ...one(part, 'published')]) if (!date.test(value)) wrong.push(`${where}: ${value} is no date`);
    }
    const ids = entries.flatMap((entry) => one(entry, 'id'));
    if (new Set(ids).size !== ids.length) wrong.push('two entries have one id');
    if (one(head, 'name').length === 0 && entries.some((entry) => !entry.includes('<author>'))) wrong.push('an entry has no author');
    note(wrong.map((fault) => `${file}: ${fault}`));
  }
}

/** Statements for machines: each parses, and says of what vocabulary and type it is. */
function statements() {
  for (const file of pages) {
    const found = [...read(file).matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].flatMap(([, text]) => {
      try {
        const statement = JSON.parse(text);
        const nodes = statement['@graph'] ?? [statement];
        return [...(statement['@context'] ? [] : ['no context']), ...nodes.filter((node) => !node['@type']).map(() => 'a node without a type')];
      } catch (error) {
        return [`not JSON: ${error.message}`];
      }
    });
    note(found.map((fault) => `${file}: JSON-LD: ${fault}`));
  }
}

html();
css();
feeds();
statements();
finish(`validators on ${pages.length} pages`);
