// Starts the app, and says what is wrong when it cannot start or has crashed.
//
// The app talks to it through data-annals on <html> (loading, ready, failed) and two events on window: annals-progress
// (something still comes in; detail: its URL) and annals-crash (detail: the message).

const GLUE = new URL("annals-app.js", import.meta.url).href;
const WASM = new URL("annals-app_bg.wasm", import.meta.url).href;
// An offline file gives what is asked of a site here: see offline/inside.js.
const inside = globalThis.annalsInside;
const ask = inside?.ask ?? fetch;
const PATIENCE_MILLIS = 9000;
const LISTEN_MILLIS = 1000;

const TEXTS = {
  "en": {
    WASM_MISSING: "This page needs WebAssembly. Open it in a current browser, or allow WebAssembly in the settings.",
    WASM_CSP: "A security policy of this site forbids WebAssembly. Ask its operator to allow 'wasm-unsafe-eval'.",
    WASM_LOAD: "A part of this page could not be loaded. Check your connection and try again.",
    WASM_CRASH: "This page met an error of its own and stopped. Try again: the address keeps your view.",
    NET_TIMEOUT: "This page takes unusually long to load. Wait a little, or check your connection and try again.",
    retry: "Try again",
  },
  "zh-Hans": {
    WASM_MISSING: "本页面需要 WebAssembly。请使用新版浏览器，或在设置中允许 WebAssembly。",
    WASM_CSP: "本网站的安全策略禁止 WebAssembly。请网站管理员允许 'wasm-unsafe-eval'。",
    WASM_LOAD: "页面的一部分未能加载。请检查网络连接后重试。",
    WASM_CRASH: "页面发生内部错误，已停止运行。请重试：网址保留了当前视图。",
    NET_TIMEOUT: "页面加载时间过长。请稍候，或检查网络连接后重试。",
    retry: "重试",
  },
};

const root = document.documentElement;
document.querySelector("#loading .late")?.remove();
const app = document.getElementById("app");
let failure; // the element that tells, once there is one
let clock;
let awaited;

/** Starts the clock anew. */
function progress(url) {
  awaited = url ?? awaited;
  clearTimeout(clock);
  if (root.dataset.annals === "loading") clock = setTimeout(fail, PATIENCE_MILLIS, "NET_TIMEOUT", awaited);
}

/** Says what is wrong. The first fault stands, as others follow from it; only lateness gives way. */
function fail(code, hint) {
  if (failure && failure.dataset.errorCode !== "NET_TIMEOUT") return;
  clearTimeout(clock);
  const asked = new URLSearchParams(location.search || location.hash.slice(1)).get("lang");
  const lang = /^zh/i.test(asked || navigator.language) ? "zh-Hans" : "en";
  const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  failure?.remove();
  failure = Object.assign(make("section"), { className: "failure", lang });
  failure.setAttribute("role", "alert");
  failure.dataset.errorCode = code;
  const retry = Object.assign(make("button", TEXTS[lang].retry), { type: "button", onclick: () => location.reload() });
  retry.dataset.control = "retry";
  failure.append(make("p", inside?.texts[lang][code] ?? TEXTS[lang][code]), make("p", hint ?? ""), retry);

  const hadFocus = app.contains(document.activeElement);
  app.before(failure);
  app.inert = code === "WASM_CRASH"; // what was drawn can still be read
  if (app.inert && hadFocus) retry.focus();
  document.querySelector("#loading p")?.remove();
  root.dataset.annals = "failed";
}

/** Tells why the app did not start, or stopped. */
function explain(error) {
  if (error.fault) return fail(error.fault);
  if (error instanceof WebAssembly.RuntimeError) return fail("WASM_CRASH", String(error));
  const isPolicy = error instanceof WebAssembly.CompileError && /security policy|unsafe-eval|csp/i.test(error.message);
  fail(isPolicy ? "WASM_CSP" : "WASM_LOAD", isPolicy ? "" : awaited);
}

/** The same bytes, with progress for each piece, and always of the type that streams. */
function watched(response, arrived = progress) {
  const pieces = new TransformStream({
    transform(piece, out) {
      arrived();
      out.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(pieces), { headers: { "content-type": "application/wasm" } });
}

/** A part of the app that was left out at the start. Silence for long is a failure, slowness is none. */
export async function part(url) {
  const silence = new AbortController();
  let patience;
  const arrived = () => {
    progress(url.href);
    clearTimeout(patience);
    // A page that was asleep or busy has yet to hear what came meanwhile.
    const listen = () => (patience = setTimeout(() => silence.abort(), LISTEN_MILLIS));
    patience = setTimeout(listen, PATIENCE_MILLIS - LISTEN_MILLIS);
  };
  arrived();
  const response = await ask(url, { signal: silence.signal });
  if (!response.ok) throw new Error(`${url} (${response.status})`);
  return watched(response, arrived);
}

/** The styles are there, or will not come: what is drawn before is measured wrong. */
function styled() {
  const awaited = [...document.querySelectorAll("link[rel=stylesheet]")].filter((link) => !link.sheet);
  return Promise.all(awaited.map((link) => new Promise((go) => (link.onload = link.onerror = go))));
}

async function start() {
  if (typeof WebAssembly !== "object") return fail("WASM_MISSING");
  progress(GLUE);
  try {
    // Compiled while the browser still draws what the page says meanwhile.
    const response = ask(WASM);
    const code = response.then((came) => came.ok && WebAssembly.compileStreaming(watched(came)));
    code.catch(() => {});
    const glue = await (inside?.glue ?? import(GLUE));
    progress(WASM);
    const module_or_path = await code;
    if (!module_or_path) return fail("WASM_LOAD", `${WASM} (${(await response).status})`);
    await styled();
    await glue.default({ module_or_path });
    progress(location.href);
  } catch (error) {
    console.error(error);
    explain(error);
  }
}

// Paper is white.
let theme;
addEventListener("beforeprint", () => ([theme, root.dataset.theme] = [root.dataset.theme, "light"]));
addEventListener("afterprint", () => (root.dataset.theme = theme));
addEventListener("annals-progress", (event) => progress(event.detail));
addEventListener("annals-crash", (event) => fail("WASM_CRASH", event.detail));
for (const type of ["error", "unhandledrejection"]) {
  addEventListener(type, ({ error, reason = error }) => {
    if (globalThis.WebAssembly && reason instanceof WebAssembly.RuntimeError) explain(reason);
  });
}
const watcher = new MutationObserver(() => {
  const state = root.dataset.annals;
  // An offline file can be read as it is until it is ready.
  if (app.hasChildNodes() && (!inside || state === "ready")) document.getElementById("loading")?.remove();
  if (state !== "loading") clearTimeout(clock);
  if (state === "ready" && failure?.dataset.errorCode === "NET_TIMEOUT") failure.remove(); // it was late, but it came
});
watcher.observe(root, { attributeFilter: ["data-annals"] });
watcher.observe(app, { childList: true });
start();
