/**
 * Several instances of the protocol fixture that are one portal: who hears what, in which order, and what happens when an instance dies or
 * joins. It must not know the classes it tests. Start reading at {@link id.aglis.portal.clustering.BroadcastsIT}.
 */
package id.aglis.portal.clustering;
