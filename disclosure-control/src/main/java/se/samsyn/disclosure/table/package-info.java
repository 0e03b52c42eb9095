/** Tables as cells and linear relations, and how they are made from dimensions. */
package se.samsyn.disclosure.table;
