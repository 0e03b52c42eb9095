/** Linear and integer programs; the only package that knows the solver library. */
package se.samsyn.disclosure.solve;
