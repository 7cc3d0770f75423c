/**
 * Business numbers and business time: the only place that hands out ticket, customer and employee numbers, and that knows in which zone a
 * working day begins. It must not know what is numbered. Start reading at {@link id.aglis.portal.numbering.Numbering}.
 */
package id.aglis.portal.numbering;
