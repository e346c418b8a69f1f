import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { Problem } from '../../ui/problem.ts';
import type { PictureOf } from './editor/picture.ts';

export type Pictures = {
  readonly pictureOf: PictureOf;
  /** Keeps pictures in the incident and puts them into the text at this position. */
  readonly take: (
    files: readonly File[],
    pos: number,
    editor: () => Editor | null,
  ) => Promise<void>;
};

/**
 * Pictures of the text are the incident's: each becomes an entry of its timeline too, so that it
 * reaches everybody by the way on which all evidence does.
 */
export function usePictures(
  incident: IncidentId,
  setProblem: (problem: Problem | null) => void,
): Pictures {
  const { store, givenFile } = useDesktop();
  return useMemo(
    () => ({
      pictureOf: async (id) => {
        const read = await store.getState().imageOf(id);
        return read.ok ? read.value : null;
      },
      take: async (files, pos, editor) => {
        setProblem(null);
        for (const file of files) {
          const { keepImage, addImage } = store.getState();
          const kept = await keepImage(givenFile(file));
          if (!kept.ok) return setProblem(kept.error);
          const added = await addImage(incident, kept.value);
          if (!added.ok) return setProblem(added.error);
          const now = editor();
          if (now === null) return;
          const image = { type: 'image', attrs: { src: `file:${kept.value.id}`, alt: null } };
          now.chain().insertContentAt(blockEnd(now, pos), image).run();
        }
      },
    }),
    [store, givenFile, incident, setProblem],
  );
}

/** Behind the block at a position: somebody may have written meanwhile, and no sentence is cut. */
function blockEnd({ state: { doc } }: Editor, pos: number): number {
  const place = doc.resolve(Math.min(pos, doc.content.size));
  return place.depth === 0 ? place.pos : place.after(1);
}
