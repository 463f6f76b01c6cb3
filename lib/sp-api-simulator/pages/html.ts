import type { Answer } from '../answer.ts';

/** A piece of HTML; whatever else is put into a template is text and comes out escaped. */
export type Html = { readonly html: string };

type Part = Html | string | number | undefined | false | readonly Part[];

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + write(parts[index])).join('') };
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(write).join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type PageParts = {
  readonly lang: string;
  readonly title: string;
  /** Where the style sheet is, seen from the page. */
  readonly style: string;
  readonly body: Html;
};

/** A whole page. Nothing on it runs, and nothing is fetched from anywhere else. */
export function pageAnswer(parts: PageParts, status = 200, headers = {}): Answer {
  const document = html`<!doctype html>
    <html lang="${parts.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${parts.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${parts.style}" />
      </head>
      <body>
        ${parts.body}
      </body>
    </html>`;
  return {
    status,
    text: document.html,
    headers: { 'content-type': 'text/html; charset=utf-8', ...PAGE_HEADERS, ...headers },
  };
}

const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function redirect(location: string, headers = {}): Answer {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } };
}

/** The fields of a form, the last of each name. */
export function formFields(bodyText: string): (name: string) => string {
  const fields = new URLSearchParams(bodyText);
  return (name) => fields.getAll(name).at(-1)?.trim() ?? '';
}
