/** Every key of a type with whether it must be there: one key more or less does not compile. */
type Keys<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? false : true };

/** The keys of a type, as a value. */
export function keysOf<T>(keys: Keys<NonNullable<T>>): Keys<NonNullable<T>> {
  return keys;
}
