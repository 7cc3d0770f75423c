/**
 * The people and companies that are connected to the network: who they are, where they live, and whether their line is in use. It must not
 * know what is done for them. Start reading at {@link id.aglis.portal.customers.Customers}.
 */
package id.aglis.portal.customers;
