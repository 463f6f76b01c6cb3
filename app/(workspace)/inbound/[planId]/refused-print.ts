import { getLocale, getTranslations } from 'next-intl/server';
import { formatList, formatNumber } from '#lib/i18n';
import type { Fact, Problem } from '#lib/kernel';

// A file was asked for and there is none: codes are looked up by a key known only here and now.
type LooseTranslator = {
  (key: string, values?: Record<string, string>): string;
  has: (key: string) => boolean;
};

/** A readable page in place of a file that could not be made. */
export async function refusedPrint(
  problems: readonly Problem[],
  backTo: string,
): Promise<Response> {
  const locale = await getLocale();
  const t = (await getTranslations('problems')) as unknown as LooseTranslator;
  const tLabels = await getTranslations('box-labels');

  function write(fact: Fact): string {
    if (typeof fact === 'string') return fact;
    return typeof fact === 'number' ? formatNumber(locale, fact) : formatList(locale, fact);
  }

  function paragraph(problem: Problem): string {
    const written = Object.entries(problem.facts).map(([name, fact]) => [name, write(fact)]);
    const values = { ...Object.fromEntries(written), code: problem.code } as Record<string, string>;
    const key = t.has(`codes.${problem.code}.what`) ? `codes.${problem.code}` : 'unknown';
    const fix = t.has(`${key}.fix`) ? t(`${key}.fix`, values) : '';
    const said = problem.facts['amazonMessage'];
    const amazon = said === undefined ? '' : `<p lang="en"><q>${escape(write(said))}</q></p>`;
    return `<p><strong>${escape(t(`${key}.what`, values))}</strong> ${escape(fix)}</p>${amazon}`;
  }

  const title = escape(tLabels('refused'));
  const html = `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<main>
<h1 style="font-size: 1.25rem">${title}</h1>
${problems.map(paragraph).join('\n')}
<p><a href="${escape(backTo)}">${escape(tLabels('back'))}</a></p>
</main>
</body>
</html>`;
  return new Response(html, {
    status: 409,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
