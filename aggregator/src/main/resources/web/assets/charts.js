// Draws a large chart above a table, from the numbers in that table. Without this script the page is
// complete: each table has bars of its own. The chart is hidden from screen readers, which have the table.
(() => {
  'use strict';

  const style = getComputedStyle(document.documentElement);
  const colour = (i) => style.getPropertyValue('--s' + (i % 7)).trim();
  const ink = style.getPropertyValue('--ink').trim();
  const soft = style.getPropertyValue('--soft').trim();
  const line = style.getPropertyValue('--line').trim();
  const font = getComputedStyle(document.body).fontFamily;

  const hatch = () => {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const pen = tile.getContext('2d');
    pen.fillStyle = '#eef1f1';
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = '#9aa8aa';
    pen.lineWidth = 2;
    for (const at of [-8, 0, 8]) {
      pen.beginPath();
      pen.moveTo(at, 8);
      pen.lineTo(at + 8, 0);
      pen.stroke();
    }
    return { image: tile, repeat: 'repeat' };
  };

  const words = (element) => element.textContent.trim().replace(/\s+/g, ' ');

  const read = (figure) => {
    const rows = [...figure.querySelectorAll('tbody tr')];
    return {
      columns: [...figure.querySelectorAll('thead th')].slice(1).map(words),
      labels: rows.map((r) => words(r.querySelector('th'))),
      cells: rows.map((r) =>
        [...r.querySelectorAll('td')].map((d) => ({
          state: d.dataset.state,
          lower: d.dataset.lower === '' ? null : Number(d.dataset.lower),
          upper: d.dataset.upper === '' ? null : Number(d.dataset.upper),
          text: words(d.querySelector('.text')),
        }))),
    };
  };

  // A column is three stacked bars: what is certain, the band, and a hatch where nothing may be said.
  const series = (table, column, most, across) => {
    const data = (value) => table.cells.map((row) => value(row[column]));
    const stack = 'c' + column;
    const common = { type: 'bar', stack, barMaxWidth: across ? 22 : 46, barGap: '12%', emphasis: { disabled: true } };
    return [
      {
        ...common,
        name: table.columns[column],
        itemStyle: { color: colour(column) },
        data: data((d) => d.lower),
        label: { show: false },
      },
      {
        ...common,
        itemStyle: { color: colour(column) + '61' },
        data: data((d) => (d.lower === null ? null : d.upper - d.lower)),
        label: {
          show: true,
          position: across ? 'right' : 'top',
          color: ink,
          fontFamily: font,
          formatter: (p) => table.cells[p.dataIndex][column].text,
        },
        labelLayout: { hideOverlap: false },
      },
      {
        ...common,
        itemStyle: { color: hatch() },
        data: data((d) => (d.state === 'suppressed' ? most : null)),
        label: {
          show: true,
          position: 'inside',
          color: ink,
          backgroundColor: '#fff',
          padding: [1, 4],
          fontFamily: font,
          formatter: (p) => table.cells[p.dataIndex][column].text,
        },
      },
    ];
  };

  const option = (table, kind, words) => {
    const across = kind === 'bars';
    const most = Math.max(1, ...table.cells.flat().map((d) => d.upper ?? 0));
    const all = table.columns.flatMap((_, i) => series(table, i, most, across));
    const category = {
      type: 'category',
      data: table.labels,
      inverse: across,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, fontFamily: font, interval: 0, width: across ? 180 : undefined, overflow: across ? 'break' : 'none' },
    };
    const value = {
      type: 'value',
      min: 0,
      max: most,
      show: false,
    };
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 4, right: across ? 70 : 12, top: table.columns.length > 1 ? 40 : 26, bottom: 4, containLabel: true },
      legend: { show: table.columns.length > 1, data: table.columns, left: 0, top: 0, textStyle: { color: ink, fontFamily: font } },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        renderMode: 'richText',
        formatter: (points) => {
          const row = points[0].dataIndex;
          const state = (d) => words[d.state] ? d.text + ' (' + words[d.state] + ')' : d.text;
          return [table.labels[row]]
            .concat(table.columns.map((c, i) => c + ': ' + state(table.cells[row][i])))
            .join('\n');
        },
      },
      toolbox: {
        right: 0,
        top: -6,
        itemSize: 14,
        feature: { saveAsImage: { title: words.save, name: words.name, pixelRatio: 2, backgroundColor: '#fff' } },
        iconStyle: { borderColor: soft },
      },
      xAxis: across ? value : category,
      yAxis: across ? category : value,
      series: all,
    };
  };

  for (const place of document.querySelectorAll('[data-chart]')) {
    const figure = place.closest('.figure');
    const table = read(figure);
    const kind = place.dataset.chart;
    const bars = table.labels.length * Math.max(1, table.columns.length);
    place.hidden = false;
    place.style.height = (kind === 'bars' ? 40 + 32 * bars : 240) + 'px';
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption(option(table, kind, {
      save: place.dataset.save,
      name: figure.querySelector('h3').id,
      suppressed: place.dataset.suppressed,
      'not-reported': place.dataset.notReported,
    }));
    figure.classList.add('enhanced');
    new ResizeObserver(() => chart.resize()).observe(place);
  }
})();
