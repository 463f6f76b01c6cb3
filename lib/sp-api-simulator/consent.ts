import type { Answer } from './answer.ts';
import { applicationOf } from './auth.ts';
import { codeFor } from './codes.ts';
import { formFields, html, type Html, pageAnswer, redirect } from './pages/html.ts';
import { LANG_TAGS, type Language, languageOf } from './pages/language.ts';
import { STYLE } from './pages/style.ts';
import type { Turn } from './turn.ts';

const WORDS = {
  en: {
    title: 'Authorise an application',
    practice: 'Practice: this is a simulated Seller Central. Nothing here reaches Amazon.',
    asks: 'The application {app} asks for access to your selling account.',
    seller: 'Selling partner identifier',
    allow: 'Confirm',
    deny: 'Do not authorise',
    noApplication: 'There is no application with this identifier.',
    noState: 'The link does not carry a state.',
    noAddress: 'The link does not say where to return to, or says a place that is not allowed.',
    noSeller: 'There is no selling account with this identifier.',
  },
  zh: {
    title: '授权应用程序',
    practice: '练习环境：这是模拟的卖家平台，任何操作都不会到达亚马逊。',
    asks: '应用程序 {app} 请求访问您的卖家账户。',
    seller: '卖家编号',
    allow: '确认授权',
    deny: '不授权',
    noApplication: '没有此编号的应用程序。',
    noState: '链接中没有 state 参数。',
    noAddress: '链接没有写明返回地址，或该地址不被允许。',
    noSeller: '没有此编号的卖家账户。',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

const PATH = '/apps/authorize/';

export function isConsentPath(path: string): boolean {
  return path.startsWith(PATH);
}

type Visit = {
  readonly method: string;
  readonly url: URL;
  readonly bodyText: string;
  readonly acceptLanguage: string | null;
  /** Where the application has said that it is to be found; else the link must say it. */
  readonly redirectUri: string | undefined;
};

type Asked = {
  readonly language: Language;
  readonly applicationId: string;
  readonly state: string;
  readonly returnTo: string;
  readonly sellerId: string;
};

/** The page on which a seller lets an application in; it leads back with a code that works once. */
export function answerConsent(turn: Turn, visit: Visit): Answer {
  if (visit.url.pathname === `${PATH}style.css`)
    return { status: 200, text: STYLE, headers: { 'content-type': 'text/css; charset=utf-8' } };
  if (visit.url.pathname !== `${PATH}consent`) return { status: 404 };
  const field = visit.method === 'POST' ? formFields(visit.bodyText) : queryFields(visit.url);
  const asked: Asked = {
    language: languageOf(field('language'), visit.acceptLanguage),
    applicationId: field('application_id'),
    state: field('state'),
    returnTo: field('redirect_uri') || (visit.redirectUri ?? ''),
    sellerId: field('selling_partner_id'),
  };
  const words = WORDS[asked.language];
  if (asked.applicationId !== applicationOf(turn.dice).applicationId)
    return page(asked, words.noApplication, false);
  if (asked.state === '') return page(asked, words.noState, false);
  if (!isAllowed(asked.returnTo)) return page(asked, words.noAddress, false);
  if (visit.method !== 'POST') return page({ ...asked, sellerId: guess(turn, asked) });
  if (field('decision') !== 'allow')
    return redirect(withQuery(asked.returnTo, { state: asked.state, error: 'access_denied' }));
  if (!turn.world.read('seller', asked.sellerId)) return page(asked, words.noSeller);
  return redirect(
    withQuery(asked.returnTo, {
      state: asked.state,
      selling_partner_id: asked.sellerId,
      spapi_oauth_code: codeFor(turn, asked.sellerId),
    }),
  );
}

function queryFields(url: URL): (name: string) => string {
  return (name) => url.searchParams.get(name) ?? '';
}

// With one account only, it is that one.
function guess(turn: Turn, { sellerId }: Asked): string {
  const sellers = [...turn.world.all('seller')];
  return sellerId || sellers.length !== 1 ? sellerId : (sellers[0]?.id ?? '');
}

function isAllowed(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && local);
}

function withQuery(address: string, fields: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}

function page(asked: Asked, wrong?: string, mayGoOn = true): Answer {
  const words = WORDS[asked.language];
  return pageAnswer(
    {
      lang: LANG_TAGS[asked.language],
      title: words.title,
      style: 'style.css',
      body: html`<p class="practice">${words.practice}</p>
        <main>
          <h1>${words.title}</h1>
          ${wrong === undefined ? undefined : html`<p class="wrong" role="alert">${wrong}</p>`}
          ${mayGoOn ? form(asked) : undefined}
        </main>`,
    },
    wrong === undefined ? 200 : 400,
  );
}

function form(asked: Asked): Html {
  const words = WORDS[asked.language];
  const hidden = {
    language: asked.language,
    application_id: asked.applicationId,
    state: asked.state,
    redirect_uri: asked.returnTo,
  };
  return html`<p>${words.asks.replace('{app}', asked.applicationId)}</p>
    <form class="fields" method="post" action="consent">
      ${Object.entries(hidden).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <label
        >${words.seller}
        <input name="selling_partner_id" required value="${asked.sellerId}" autocomplete="off" />
      </label>
      <div class="row">
        <button name="decision" value="allow">${words.allow}</button>
        <button class="second" name="decision" value="deny" formnovalidate>${words.deny}</button>
      </div>
    </form>`;
}
