import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { FullPage } from './full-page.tsx';

type Props = {
  readonly children: ReactNode;
  readonly onReload: () => void;
  readonly onFault: (cause: unknown) => void;
};

/** Where a fault of ours ends up: words and a way on, in place of an empty window. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch(cause: unknown) {
    this.props.onFault(cause);
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <FullPage
        title="This screen has failed"
        text="The fault is in Quarterdeck, not in what you did. Everything saved is safe."
      >
        <Button look="primary" onPress={this.props.onReload}>
          Reload
        </Button>
      </FullPage>
    );
  }
}
