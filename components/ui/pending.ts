'use client';

import { createContext } from 'react';

/** True below a form whose answer is under way; ActionForm provides it. */
export const Pending = createContext(false);
