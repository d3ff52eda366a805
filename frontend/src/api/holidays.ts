import { request } from './client';
import type { HolidayChange, Holidays } from './types';

/** Days off by year, and the years around today that nobody has written. */
export const fetchHolidays = () => request<Holidays>('GET', '/holidays');

/** Replaces a whole year; gives the whole table as it is then. */
export const saveHolidays = (year: number, change: HolidayChange) =>
  request<Holidays>('PUT', `/holidays/${year}`, { body: change });
