
// The key `/` leads to the search field of the page, or to the search page where the field is folded away.
{
  const field = document.querySelector('#search-query, #site-search');
  const writes = (element) => element.matches('input, textarea, select') || element.isContentEditable;
  if (field) {
    document.addEventListener('keydown', (event) => {
      const other = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing;
      if (event.key !== '/' || other || writes(event.target)) return;
      event.preventDefault();
      if (field.checkVisibility?.() === false) location.assign(field.form.action);
      else {
        field.focus();
        field.select();
      }
    });
  }
}
