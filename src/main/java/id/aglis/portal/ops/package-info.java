/**
 * What those who run the portal need: the database and its schema at start, health, and a way out that no browser notices. It must not know
 * any business rule. Start reading at {@link id.aglis.portal.ops.Schema}, then {@link id.aglis.portal.ops.Departure}.
 */
package id.aglis.portal.ops;
