/**
 * The only real-time vocabulary that features see: channels, rooms, and announcements that reach browsers after commit and never before. It
 * wires the protocol layers to the configuration. It must not know any feature, nor who may hear what. Start reading at
 * {@link id.aglis.portal.realtime.Broadcaster}.
 */
package id.aglis.portal.realtime;
