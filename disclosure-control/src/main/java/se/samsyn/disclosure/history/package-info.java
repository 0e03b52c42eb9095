/**
 * Protection against what was released before. A cell is known by the atoms that it groups, so that
 * tables with any groupings of the same atoms become one system of cells and relations: what was
 * published stays public, what was hidden stays hidden, and a new table is protected so that all
 * releases together are safe.
 */
package se.samsyn.disclosure.history;
