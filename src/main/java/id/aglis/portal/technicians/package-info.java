/**
 * The field staff: who can be sent, how much each may carry, and whether he is available. It must not know what work is assigned; how much
 * that is, it asks through {@link id.aglis.portal.technicians.Workload}. Start reading at {@link id.aglis.portal.technicians.Technicians}.
 */
package id.aglis.portal.technicians;
