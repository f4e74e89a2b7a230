// <annals-briefing>: a briefing in place of the content between its tags, which stays where the briefing does not come.
// Attributes, events and messages: docs/embedding.md. The tool leaves comments and indents out when it writes a site.
(() => {
  const NAME = "annals-briefing";
  const HERE = document.currentScript?.src;
  const KEYS = "briefing,view,from,to,asof,known,q,track,kind,actor,tag,status,grade,confidence,select,compare,step,lang,theme".split(",");
  const clamp = (px) => Math.min(Math.max(Math.ceil(px), 50), 2e4);
  const isText = (it) => typeof it == "string" && it.length < 9e3;

  class Briefing extends HTMLElement {
    static observedAttributes = [...KEYS, "src", "height", "permalink", "same-origin"];

    connectedCallback() {
      this.disconnectedCallback();
      if (!this.box) {
        this.box = document.createElement("div");
        this.rest = document.createElement("slot");
        this.box.appendChild(this.rest);
        this.attachShadow({ mode: "open" }).appendChild(this.box);
      }
      this.fit();
      // Nothing of it is fetched before the reader comes near.
      this.watch = new IntersectionObserver((seen) => seen.pop().isIntersecting && this.load(), { rootMargin: "800px" });
      this.watch.observe(this.box);
    }

    disconnectedCallback() {
      [this.clock, this.late, this.change].map(clearTimeout);
      removeEventListener("message", this.hear);
      this.watch?.disconnect();
      this.port?.close();
      this.frame?.remove();
      this.clock = this.port = this.frame = this.shown = this.tall = null;
      this.wait = {};
    }

    load() {
      if (this.frame) return;
      const own = this.hasAttribute("same-origin");
      const frame = (this.frame = document.createElement("iframe"));
      try {
        const url = new URL("embed.html", new URL(this.getAttribute("src") || HERE, document.baseURI));
        this.asked = this.query();
        url.search = "embed=1&" + (this.link() || this.kept || this.asked);
        frame.src = url;
        this.hear = ({ source, origin, data, ports }) =>
          source && source === frame.contentWindow && origin === (own ? url.origin : "null") && this.take(data, ports[0]);
      } catch (error) {
        return this.fire("error", { message: "" + error });
      }
      frame.title = this.title || "Annals";
      frame.allow = "clipboard-write; fullscreen";
      frame.sandbox = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" + (own ? " allow-same-origin" : "");
      addEventListener("message", this.hear);
      this.late = setTimeout(() => this.shown || this.fire("error", { message: "silence" }), 3e4);
      this.fit();
      this.box.appendChild(frame);
    }

    // What the frame says. The newest of each type counts, ten times a second.
    take(data, port) {
      if (data?.annals !== 1) return;
      if (port) {
        this.port?.close();
        this.port = port;
        port.onmessage = (event) => this.take(event.data);
        this.tokens = data.tokens;
        this.tell("hello", { downloads: true, link: this.link("{query}") });
        this.set();
      } else if (isText(data.type)) {
        this.wait[data.type] = data;
        this.clock || this.flush();
      }
    }

    flush() {
      const { ready, resize, state, select } = this.wait;
      this.wait = {};
      this.clock = (ready || resize || state || select) && setTimeout(() => this.flush(), 100);
      if (resize?.height > 0) this.tall = clamp(resize.height);
      if (ready && !this.shown) {
        this.shown = 1;
        this.fire("ready");
      }
      this.fit();
      if (isText(state?.query)) {
        this.kept = state.query;
        const link = this.link(this.kept);
        try {
          link && history.replaceState(history.state, "", link);
        } catch {}
        this.fire("state", { query: this.kept });
      }
      if (isText(select?.id)) this.fire("select", { id: select.id });
    }

    // The content is seen until the frame is ready.
    fit() {
      const fixed = this.getAttribute("height") > 0 && this.getAttribute("height");
      const height = "height:" + clamp(fixed || this.tall || 600) + "px;";
      this.rest.style.cssText = "display:" + (this.shown ? "none" : "block;" + (fixed ? "overflow:auto;" + height : ""));
      if (this.frame)
        this.frame.style.cssText =
          "all:initial;display:block;border:0;" + height + (this.shown ? "width:100%" : "position:fixed;visibility:hidden;width:" + this.box.offsetWidth + "px");
    }

    // The state in the host's own address, or that address with another state; nothing unless the host asks for it.
    link(text) {
      const [, hash, key] = /(#?)(.*)/.exec(this.getAttribute("permalink") || "#");
      const url = new URL(location);
      const bag = new URLSearchParams(hash ? url.hash.slice(1) : url.search);
      if (!key || (hash && url.hash && !bag.has(key))) return;
      if (!text) return bag.get(key);
      bag.set(key, text);
      url[hash ? "hash" : "search"] = bag;
      return url.href;
    }

    query() {
      const query = new URLSearchParams();
      KEYS.map((key) => this.getAttribute(key) && query.set(key, this.getAttribute(key)));
      return "" + query;
    }

    // The state, where attributes have changed; colours and font as the style sheet of the host names them.
    set() {
      const query = this.query();
      if (query !== this.asked) this.tell("set", { query });
      this.asked = query;
      const style = getComputedStyle(this);
      const tokens = { font: style.fontFamily };
      [].concat(this.tokens).slice(0, 20).map((name) => {
        const value = isText(name) && style.getPropertyValue("--annals-" + name);
        if (value) tokens[name] = value;
      });
      this.tell("theme", { tokens });
    }

    attributeChangedCallback(key) {
      if (!this.frame) return;
      this.anew ||= /src|same|brief|perma/.test(key);
      clearTimeout(this.change);
      this.change = setTimeout(() => {
        if (this.anew) this.anew = this.kept = this.connectedCallback();
        else this.set(this.fit());
      });
    }

    tell(type, more) {
      this.port?.postMessage({ annals: 1, type, ...more });
    }

    fire(type, detail) {
      this.dispatchEvent(new CustomEvent("annals-" + type, { detail, bubbles: true }));
    }
  }

  customElements.get(NAME) || customElements.define(NAME, Briefing);
})();
