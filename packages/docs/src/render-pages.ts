import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { mergeStyleGroups, type StyleGroup } from "./redoc/style-groups.ts";
import type { Reference } from "./reference.ts";
import type { RenderAnswer, RenderRequest, RenderWorkerData } from "./render-worker.ts";

/** A page as it is served. */
export type PrerenderedPage = {
  html: string;
  /** The styles that it needs for its first paint. */
  css: string;
  /** Redoc's own inline script: it sets the light or dark colours before the first paint. */
  colorScript: string;
};

export type PrerenderedSite = {
  /** In the order of the routes. */
  pages: PrerenderedPage[];
  /** The styles of every component on some page. */
  styles: StyleGroup[];
};

export type SiteToRender = {
  reference: Reference;
  routes: readonly string[];
  /** Redoc's theme, as CSS. */
  theme: string;
};

/** Fewer pages than this are rendered sooner than another thread has started. */
const pagesPerThread = 12;

/** Renders sites, one after the other, in threads of its own, of which the first starts at once. */
export class PageRenderer {
  #display: string;
  #workers: Worker[] = [];

  /** @param display source of Redoc's half that shows pages. */
  constructor(display: string) {
    this.#display = display;
    this.#start();
  }

  /** @throws {Error} when Redoc cannot render a page. */
  async render({ reference, routes, theme }: SiteToRender): Promise<PrerenderedSite> {
    const wanted = Math.min(availableParallelism(), Math.ceil(routes.length / pagesPerThread));
    while (this.#workers.length < wanted) this.#start();
    const pages: PrerenderedPage[] = [];
    const styles: StyleGroup[] = [];
    const queue = [...routes.entries()];
    await Promise.all(
      this.#workers.map(async (worker) => {
        send(worker, { type: "site", reference, routes: new Set(routes), theme });
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const [index, route] = next;
          const answer = await ask(worker, route);
          if ("error" in answer) throw new Error(answer.error);
          const { styles: news, ...page } = answer;
          pages[index] = page;
          styles.push(...news);
        }
      }),
    );
    return { pages, styles: mergeStyleGroups(styles) };
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
    this.#workers = [];
  }

  #start(): void {
    const workerData: RenderWorkerData = { display: this.#display };
    const env = { ...process.env, NODE_ENV: "production" };
    this.#workers.push(new Worker(new URL("render-worker.ts", import.meta.url), { workerData, env }));
  }
}

function send(worker: Worker, request: RenderRequest): void {
  worker.postMessage(request);
}

function ask(worker: Worker, route: string): Promise<RenderAnswer> {
  return new Promise((answered, failed) => {
    worker.once("error", failed);
    worker.once("message", (answer: RenderAnswer) => {
      worker.off("error", failed);
      answered(answer);
    });
    send(worker, { type: "page", route });
  });
}
