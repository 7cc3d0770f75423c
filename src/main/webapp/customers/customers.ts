import { get, post, type Page } from '../api.ts';

export interface Customer {
  id: number;
  number: string;
  name: string;
  phone: string;
  city?: string | null;
}

/** As many as a person reads before typing another letter. */
const SUGGESTIONS = 8;

export const findCustomers = async (search: string, signal?: AbortSignal): Promise<Customer[]> =>
  (await get<Page<Customer>>('/customers', { query: { search, size: SUGGESTIONS, sort: 'name' }, ...(signal && { signal }) })).items;

export const createCustomer = (customer: { name: string; phone: string; address?: string; city?: string }): Promise<Customer> =>
  post<Customer>('/customers', customer);
