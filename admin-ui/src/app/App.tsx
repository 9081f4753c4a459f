import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router';
import { PasswordPage, SignInPage, useSession } from '../features/session/index.js';
import { queryClient } from '../shared/queryClient.js';
import { Async } from '../shared/ui/index.js';
import { router } from './routes.js';

function Door() {
  const session = useSession();
  return (
    <Async query={session}>
      {(open) => {
        if (!open) return <SignInPage />;
        return open.user.mustChange ? <PasswordPage /> : <RouterProvider router={router} />;
      }}
    </Async>
  );
}

export function App() {
  return <QueryClientProvider client={queryClient}><Door /></QueryClientProvider>;
}
