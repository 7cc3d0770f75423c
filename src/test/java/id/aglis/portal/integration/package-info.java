/**
 * The portal from outside, resource by resource: the real WAR in a real container, spoken to over HTTP. Start reading at
 * {@link id.aglis.portal.integration.PortalClient}.
 */
package id.aglis.portal.integration;
