// Gives the parts of the app out of the file itself, where a site would be asked for them.
//
// They stand in one text, three lines in characters of seven bits (see pack/src/text.rs): what unpacks, deflated; the styles, deflated, the number of bytes before each;
// the wasm modules, packed (see pack/src/lib.rs).

const REFUSED = [0x00, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x26, 0x2d, 0x3c, 0x3e, 0x7f];
/** Bytes unpacked at once: some ten milliseconds of work. */
const SLICE_BYTES = 1 << 14;

let joined;

export const inside = (globalThis.annalsInside = {
  /** What the app is started with; there once the whole script has run, by `joined`. */
  glue: new Promise((go) => (joined = go)),
  joined,
  texts: {
    "en": {
      NET_TRUNCATED: "This file is incomplete: its end is missing. Copy or download it again.",
      WASM_LOAD: "This file is altered: its code cannot be read. Copy or download it again.",
    },
    "zh-Hans": {
      NET_TRUNCATED: "此文件不完整：缺少结尾部分。请重新复制或下载。",
      WASM_LOAD: "此文件已被改动：无法读取其中的代码。请重新复制或下载。",
    },
  },
  async ask(url) {
    const modules = await unpacking;
    const module = modules[/deferred/.test(url) ? 1 : 0];
    return new Response(await module(), { headers: { "content-type": "application/wasm" } });
  },
});

function fault(code) {
  return Object.assign(new Error(inside.texts.en[code]), { fault: code });
}

/** Calls `put` with each byte of a text. */
function bytesOf(text, put) {
  let bits = 0, count = 0;
  const seven = (value) => {
    bits = (bits << 7) | value;
    count += 7;
    if (count < 8) return;
    count -= 8;
    put(bits >> count);
    bits &= (1 << count) - 1;
  };
  for (let at = 0; at < text.length; at++) {
    const point = text.charCodeAt(at);
    if (point < 128) seven(point);
    else {
      seven(REFUSED[(point >> 7) - 2]);
      seven(point & 127);
    }
  }
}

function inflated(text) {
  const bytes = [];
  bytesOf(text.slice(text.indexOf(" ") + 1), (byte) => bytes.push(byte));
  const whole = new Blob([new Uint8Array(bytes.slice(0, parseInt(text)))]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(whole).arrayBuffer();
}

/** Lets the page do what waits. */
function breath() {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = go;
    port2.postMessage(0);
  });
}

async function unpack() {
  if (document.readyState === "loading") await new Promise((go) => addEventListener("DOMContentLoaded", go, { once: true }));
  if (!document.getElementById("annals-seal")) throw fault("NET_TRUNCATED");
  const [unpacker, css, packed] = document.getElementById("annals-code").textContent.split("\n");
  let work;
  try {
    const style = new CSSStyleSheet();
    style.replaceSync(new TextDecoder().decode(await inflated(css)));
    document.adoptedStyleSheets = [style];
    work = (await WebAssembly.instantiate(await inflated(unpacker))).instance.exports;
    bytesOf(packed, work.put);
  } catch (error) {
    // That the policy or the browser forbids wasm is told by what called us.
    throw error instanceof TypeError || error instanceof RangeError ? fault("WASM_LOAD") : error;
  }
  const count = work.open();
  if (count !== 2) throw fault("WASM_LOAD");

  async function module(index) {
    const size = work.size(index);
    work.begin();
    for (let done = 0; done < size; done += SLICE_BYTES) {
      work.unpack(Math.min(SLICE_BYTES, size - done));
      dispatchEvent(new Event("annals-progress"));
      await breath();
    }
    return Uint8Array.from({ length: size }, (_, at) => work.get(at));
  }
  // One after the other: each is packed by what those before it have taught.
  let first, second;
  return [() => (first ??= module(0)), () => (second ??= modules0().then(() => module(1)))];

  function modules0() {
    return (first ??= module(0));
  }
}

const unpacking = unpack();
unpacking.catch(() => {});

// Whether the file was altered is told by code that the first view can do without: it waits for a sign that someone is there.
const watcher = new MutationObserver(() => {
  if (document.documentElement.dataset.annals !== "ready") return;
  watcher.disconnect();
  dispatchEvent(new Event("focusin"));
});
watcher.observe(document.documentElement, { attributeFilter: ["data-annals"] });
