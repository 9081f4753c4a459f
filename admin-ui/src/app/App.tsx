import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { arrival, OtherInvited, PasswordPage, SignInPage, useSession } from '../features/session/index.js';
import { queryClient } from '../shared/queryClient.js';
import { Async } from '../shared/ui/index.js';
import { router } from './routes.js';

function Door() {
  const session = useSession();
  const [stays, setStays] = useState(false);
  return (
    <Async query={session}>
      {(open) => {
        if (!open) return <SignInPage />;
        const invited = arrival.get().username;
        if (invited && invited !== open.user.username && !stays) return <OtherInvited signedIn={open.user.name} onStay={() => setStays(true)} />;
        return open.user.mustChange ? <PasswordPage /> : <RouterProvider router={router} />;
      }}
    </Async>
  );
}

export function App() {
  return <QueryClientProvider client={queryClient}><Door /></QueryClientProvider>;
}
