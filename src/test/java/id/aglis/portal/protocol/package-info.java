/**
 * The published protocols as sentences, spoken over the wire to the protocol fixture. It must not know the classes it tests.
 *
 * <p>Start reading at {@link id.aglis.portal.protocol.EngineHandshakeIT}.
 */
package id.aglis.portal.protocol;
