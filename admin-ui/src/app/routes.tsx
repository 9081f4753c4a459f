import { createBrowserRouter, Navigate } from 'react-router';
import { CasePage, CasesPage } from '../features/cases/index.js';
import { StartFormPage, StartPage } from '../features/start/index.js';
import { TaskPage, TasksPage } from '../features/tasks/index.js';
import { Broken } from './Broken.js';
import { Layout } from './Layout.js';
import { Missing } from './Missing.js';

export const router = createBrowserRouter(
  [
    {
      element: <Layout />,
      errorElement: <Broken />,
      children: [
        { index: true, element: <Navigate to="/tasks" replace /> },
        { path: 'tasks', element: <TasksPage /> },
        { path: 'tasks/:id', element: <TaskPage /> },
        { path: 'cases', element: <CasesPage /> },
        { path: 'cases/:id', element: <CasePage /> },
        { path: 'start', element: <StartPage /> },
        { path: 'start/:key', element: <StartFormPage /> },
        { path: '*', element: <Missing /> },
      ],
    },
  ],
  { basename: '/admin' },
);
