/**
 * What all HTTP boundaries share: problem documents, pages of lists, headers and the delivery of the web application. Features use it for
 * the shape of their answers. It must not know who the caller is, nor any feature. Start reading at {@link id.aglis.portal.web.RefusalMapper}.
 */
package id.aglis.portal.web;
