/**
 * Random and mutated input for whatever reads what others send. It must not know who reads it.
 *
 * <p>Start reading at {@link id.aglis.portal.fuzz.Fuzz}.
 */
package id.aglis.portal.fuzz;
