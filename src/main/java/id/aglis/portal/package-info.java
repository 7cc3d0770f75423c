/**
 * The root of the portal: where REST is mounted, and the one vocabulary of refusals that every package may speak. It must not know any
 * package below it. Start reading at {@link id.aglis.portal.PortalApplication}.
 */
package id.aglis.portal;
