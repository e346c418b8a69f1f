import { useEffect, useRef, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { readPicked, writePicked } from '../../state/images.ts';
import type { PickedImage } from '../../state/state.ts';
import type { Problem } from '../../ui/problem.ts';
import { useDraft } from '../draft.ts';

const isImage = ({ type }: { readonly type: string }) => type.startsWith('image/');

/** Images that were pasted, dropped or chosen and not sent yet. They outlive a restart. */
export function usePickedImages(incident: IncidentId) {
  const { store, givenFile } = useDesktop();
  const [text, write] = useDraft(`images ${incident}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [coming, setComing] = useState(0);
  const images = readPicked(text);
  const current = useRef(images);
  current.current = images;
  const keep = (next: readonly PickedImage[]) => {
    current.current = next;
    write(writePicked(next));
  };

  const take = async (files: readonly File[]) => {
    setProblem(null);
    setComing((n) => n + files.length);
    for (const file of files) {
      const kept = await store.getState().keepImage(givenFile(file));
      setComing((n) => n - 1);
      if (kept.ok) keep([...current.current, kept.value]);
      else setProblem(kept.error);
    }
  };
  /** Puts them into the timeline, one after the other. Tells whether all are there. */
  const send = async (): Promise<boolean> => {
    setProblem(null);
    for (const image of current.current) {
      const added = await store.getState().addImage(incident, image);
      if (!added.ok) {
        setProblem(added.error);
        return false;
      }
      keep(current.current.filter(({ entry }) => entry !== image.entry));
    }
    return true;
  };
  return {
    images,
    problem,
    /** How many are on their way to the disk. */
    coming,
    take,
    send,
    forget: () => setProblem(null),
    describe: (entry: string, alt: string) =>
      keep(images.map((image) => (image.entry === entry ? { ...image, alt } : image))),
    remove: (entry: string) => keep(images.filter((image) => image.entry !== entry)),
  };
}

export type PickedImages = ReturnType<typeof usePickedImages>;

/** Takes images that are dropped anywhere on the page; other files are for whoever wants them. */
export function useDroppedImages(take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const over = (event: DragEvent) => {
      const hasImage = [...(event.dataTransfer?.items ?? [])].some(isImage);
      setOver(hasImage);
      if (!hasImage) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])].filter(isImage);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    // Before whoever takes other files.
    const early = { capture: true };
    document.addEventListener('dragover', over, early);
    document.addEventListener('dragleave', left, early);
    document.addEventListener('drop', dropped, early);
    return () => {
      document.removeEventListener('dragover', over, early);
      document.removeEventListener('dragleave', left, early);
      document.removeEventListener('drop', dropped, early);
    };
  }, []);
  return isOver;
}

/** The images of a paste; none where text comes along, as with copied cells: that is what is meant. */
export function pastedImages({ files, types }: DataTransfer): readonly File[] {
  return types.includes('text/plain') ? [] : [...files].filter(isImage);
}
