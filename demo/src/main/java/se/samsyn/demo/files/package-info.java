/** How each agency's own system spells what happened: columns, codes, dialects and errors. */
package se.samsyn.demo.files;
