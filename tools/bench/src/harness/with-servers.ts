import { servers } from "../servers/index.ts";
import type { Server } from "../servers/server.ts";
import { workFolder } from "./folders.ts";
import { checkAnswer, measuredRequest } from "./load.ts";
import { type Served, serve } from "./serve.ts";

export interface Subject {
  readonly server: Server;
  readonly served: Served;
}

/** Starts all servers, looks whether each answers as it should, and stops them when that is done for which they were started. */
export async function withServers<Result>(
  purpose: string,
  measure: (subjects: readonly Subject[]) => Promise<Result>,
): Promise<Result> {
  const subjects: Subject[] = [];
  try {
    for (const server of servers) {
      const folder = workFolder(purpose, server.name);
      const served = await serve(server.command(folder), folder);
      subjects.push({ server, served });
      const { path, ...init } = measuredRequest();
      await checkAnswer(server.name, () => fetch(served.url + path, init));
    }
    return await measure(subjects);
  } finally {
    for (const { served } of subjects) await served.stop();
  }
}
