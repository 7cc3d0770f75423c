/**
 * Figures about the work of the whole company, computed from tickets and their history when they are asked for, and the hint to pages that
 * they have moved. It must not change anything. Start reading at {@link id.aglis.portal.analytics.Analytics}.
 */
package id.aglis.portal.analytics;
