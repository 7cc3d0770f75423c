/**
 * Who works here, what each role may do, and the proof of it: users, roles, permissions, login, tokens and lockout, for HTTP calls and for
 * sockets alike. It must not know what the permissions protect. Start reading at {@link id.aglis.portal.identity.Sessions}; who calls is
 * told by {@link id.aglis.portal.identity.Proofs}.
 */
package id.aglis.portal.identity;
