import { useCallback, useRef, useState } from 'react';
import type { ContractError } from '#shared/contract/errors.ts';
import type { Answer } from '../transport/transport.ts';

export type Submit = {
  /** What the last try met; stands where the person tried. */
  readonly problem: ContractError | null;
  readonly isBusy: boolean;
  /** Asks, one at a time. Resolves to the answer, or to null when there was none to have. */
  readonly submit: <T>(ask: () => Answer<T>) => Promise<T | null>;
  readonly forget: () => void;
};

/** For a form: what is pressed again while it is being saved is the same press. */
export function useSubmit(): Submit {
  const [problem, setProblem] = useState<ContractError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isUnderWay = useRef(false);
  const submit = useCallback(async <T>(ask: () => Answer<T>): Promise<T | null> => {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setBusy(true);
    const answer = await ask();
    isUnderWay.current = false;
    setBusy(false);
    setProblem(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { problem, isBusy, submit, forget };
}

/** For what sets something at once: each press counts, also while another is being saved. */
export function usePresses(): Pick<Submit, 'problem' | 'submit'> {
  const [problem, setProblem] = useState<ContractError | null>(null);
  const submit = useCallback(async <T>(ask: () => Answer<T>): Promise<T | null> => {
    const answer = await ask();
    setProblem(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  }, []);
  return { problem, submit };
}
