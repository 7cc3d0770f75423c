/**
 * What those who run the portal need: the database and its schema at start, and health. It must not know any business rule. Start reading at
 * {@link id.aglis.portal.ops.Schema}.
 */
package id.aglis.portal.ops;
